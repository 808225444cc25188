SELECT id, title FROM conversations WHERE LEFT(title, 4) = 'plan';
