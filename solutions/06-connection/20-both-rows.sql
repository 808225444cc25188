-- Two rows belong together: conversation 9001 with the title  Trip  and its first message,
-- from the user:  Where to?  Keep both, or neither.

-- #region TODO: write the script
START TRANSACTION;
INSERT INTO conversations (id, title) VALUES (9001, 'Trip');
INSERT INTO messages (conversation_id, sender, content)
VALUES (9001, 'user', 'Where to?');
COMMIT;
-- #endregion
