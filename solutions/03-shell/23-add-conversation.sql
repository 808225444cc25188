-- Add a conversation with the title  Shopping.
-- The server supplies the rest.

-- #region TODO: fill in the blanks
-- = INSERT INTO ___ (title) VALUES (___);
INSERT INTO conversations (title) VALUES ('Shopping');
-- #endregion
