BEGIN;
insert into conversations set id = 9001, title = 'Trip';
insert into messages (conversation_id, sender, content) values (9001, 'user', 'Where to?');
COMMIT WORK;
