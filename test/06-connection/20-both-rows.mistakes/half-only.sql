START TRANSACTION;
INSERT INTO conversations (id, title) VALUES (9001, 'Trip');
COMMIT;
