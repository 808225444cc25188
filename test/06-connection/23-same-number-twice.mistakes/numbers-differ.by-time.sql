SELECT COUNT(*) AS n FROM messages WHERE timestamp < NOW() - INTERVAL 1 MINUTE;
SELECT COUNT(*) AS n FROM messages WHERE timestamp < NOW() - INTERVAL 1 MINUTE;
