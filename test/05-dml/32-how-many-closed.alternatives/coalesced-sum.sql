SELECT COUNT(*) AS total, COALESCE(SUM(closed_at IS NOT NULL), 0) AS closed FROM conversations;
