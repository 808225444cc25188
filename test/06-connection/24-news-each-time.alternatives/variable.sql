SET @@transaction_isolation = 'READ-COMMITTED';
START TRANSACTION;
INSERT INTO messages (conversation_id, sender, content) VALUES (7001, 'user', 'Mine');
SELECT COUNT(*) AS n FROM messages;
select count(id) as n from messages;
commit;
