SELECT * FROM conversations WHERE title = 'Second conversation'
