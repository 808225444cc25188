SET @@transaction_isolation = 'READ-COMMITTED';
START TRANSACTION;
INSERT INTO messages SET conversation_id = 7001, sender = 'user', content = 'Mine';
SELECT COUNT(*) AS n FROM messages;
SELECT COUNT(id) AS n FROM messages;
COMMIT;
