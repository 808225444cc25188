DELETE FROM conversations WHERE created_at > '2025-03-01 12:00:00'
