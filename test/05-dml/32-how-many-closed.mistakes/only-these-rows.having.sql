SELECT COUNT(*) AS total, COUNT(closed_at) AS closed FROM conversations HAVING COUNT(*) > 0;
