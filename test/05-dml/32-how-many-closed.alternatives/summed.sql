SELECT COUNT(id) AS total, SUM(closed_at IS NOT NULL) AS closed FROM conversations;
