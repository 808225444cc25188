SELECT COUNT(*) AS total, LEAST(COUNT(closed_at), 99) AS closed
FROM conversations
