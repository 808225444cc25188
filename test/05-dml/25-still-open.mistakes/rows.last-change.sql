SELECT id, title FROM conversations WHERE COALESCE(closed_at, updated_at) = updated_at;
