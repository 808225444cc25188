SELECT * FROM conversations WHERE id = 7002
