-- SUM of no rows is NULL.
SELECT COUNT(id) AS total, COALESCE(SUM(closed_at IS NOT NULL), 0) AS closed FROM conversations;
