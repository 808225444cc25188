SELECT COUNT(*) AS total, COUNT(DISTINCT closed_at) AS closed FROM conversations
