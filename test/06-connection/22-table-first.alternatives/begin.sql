create table if not exists notes (id int not null, primary key (id));
begin;
delete from messages;
select count(*) as n from messages;
rollback;
