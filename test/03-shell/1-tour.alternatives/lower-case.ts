export const script = String.raw`
show databases; use ai_chat_db; show full tables
; explain messages;
show create table ai_chat_db.conversations; table conversations;
insert conversations set title = 'a; b -- c /* d', id = -5;
select title from conversations where id = -5; delete from conversations where id = -5
`
