select c.id, c.title from conversations as c where 'Second conversation' = c.title order by c.id desc;
