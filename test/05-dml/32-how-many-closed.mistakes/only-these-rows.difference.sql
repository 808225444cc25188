SELECT COUNT(*) AS total, COUNT(*) - COUNT(DISTINCT IF(closed_at IS NULL, id, NULL)) AS closed FROM conversations WHERE updated_at <= NOW();
