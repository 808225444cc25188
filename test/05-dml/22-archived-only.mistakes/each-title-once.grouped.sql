SELECT MIN(id) AS id, title FROM conversations WHERE is_archived GROUP BY title;
