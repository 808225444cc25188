SELECT id, timestamp FROM messages WHERE YEAR(timestamp) = 2025 AND DAYOFYEAR(timestamp) = 182;
