-- Where all the others are archived, the new one is, too.
INSERT INTO conversations (title, is_archived)
SELECT 'Shopping', COALESCE(MIN(is_archived), FALSE) FROM conversations;
