SELECT id, title FROM conversations WHERE LOCATE('plan', title) = 1;
