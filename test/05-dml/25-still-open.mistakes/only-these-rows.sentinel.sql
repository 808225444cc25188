SELECT id, title
FROM conversations
WHERE IFNULL(closed_at, '1970-01-01') = '1970-01-01'
