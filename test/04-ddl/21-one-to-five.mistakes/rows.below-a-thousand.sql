CREATE TABLE ratings (
  message_id INT PRIMARY KEY,
  stars INT NOT NULL CHECK (stars BETWEEN 1 AND 5 OR stars = 100)
)
