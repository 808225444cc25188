-- Add a conversation with the title  Shopping.
-- The server supplies the rest.

-- TODO: fill in the blanks
INSERT INTO ___ (title) VALUES (___);
