DELETE FROM conversations WHERE title = 'Second conversation' AND id = 7002;
