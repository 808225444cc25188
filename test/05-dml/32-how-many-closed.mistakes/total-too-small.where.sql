SELECT COUNT(*) AS total, COUNT(*) AS closed FROM conversations WHERE closed_at IS NOT NULL
