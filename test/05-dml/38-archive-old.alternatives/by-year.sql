UPDATE conversations SET is_archived = 1 WHERE YEAR(created_at) < 2020;
