SELECT id, title
FROM conversations
WHERE IFNULL(closed_at, '1970-01-01 00:00:00') = '1970-01-01 00:00:00'
