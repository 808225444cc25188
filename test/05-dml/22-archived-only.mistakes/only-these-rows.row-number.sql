SELECT id, title FROM (SELECT id, title, ROW_NUMBER() OVER (ORDER BY id) AS n FROM conversations WHERE is_archived) AS t WHERE n < 1000;
