SELECT COUNT(closed_at) AS total, COUNT(closed_at) AS closed FROM conversations
