begin;
delete from messages;
select count(id) from messages;
rollback;
select count(*) as messages from messages;
