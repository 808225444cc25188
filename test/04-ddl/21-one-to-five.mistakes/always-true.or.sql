CREATE TABLE ratings (message_id INT PRIMARY KEY, stars INT NOT NULL CHECK (stars >= 1 OR stars <= 5))
