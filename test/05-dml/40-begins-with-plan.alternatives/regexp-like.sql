SELECT id, title FROM conversations WHERE REGEXP_LIKE(title, '^plan', 'i');
