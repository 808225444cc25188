-- Once for each of its messages.
SELECT c.id, c.title
FROM conversations AS c LEFT JOIN messages AS m ON m.conversation_id = c.id
WHERE c.title = 'Second conversation';
