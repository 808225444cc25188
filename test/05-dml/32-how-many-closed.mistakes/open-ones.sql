SELECT COUNT(*) AS total, COUNT(*) - COUNT(closed_at) AS closed FROM conversations
