SELECT COUNT(*) AS total, COUNT(closed_at) AS closed FROM conversations WHERE created_at <= NOW();
