SELECT COUNT(*) AS total, COUNT(IF(id > 0, closed_at, NULL)) AS closed FROM conversations;
