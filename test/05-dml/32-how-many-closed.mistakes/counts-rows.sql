SELECT COUNT(*) AS total, COUNT(*) AS closed FROM conversations
