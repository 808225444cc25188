INSERT INTO conversations (title, is_archived) VALUES ('Shopping', TRUE)
