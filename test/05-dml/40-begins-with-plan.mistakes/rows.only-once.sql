SELECT id, title FROM conversations WHERE title LIKE 'plan%' AND title NOT LIKE '_%plan%';
