CREATE TABLE ratings (message_id INT PRIMARY KEY, stars INT NOT NULL CHECK (1 <= stars <= 5))
