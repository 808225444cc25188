XA START 'trip';
INSERT INTO conversations (id, title) VALUES (9001, 'Trip');
INSERT INTO messages (conversation_id, sender, content) VALUES (9001, 'user', 'Where to?');
XA END 'trip';
XA COMMIT 'trip' ONE PHASE;
