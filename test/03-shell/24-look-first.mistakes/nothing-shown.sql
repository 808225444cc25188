DELETE FROM conversations WHERE title = 'Second conversation'
