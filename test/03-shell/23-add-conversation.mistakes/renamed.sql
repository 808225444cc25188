UPDATE conversations SET title = 'Shopping'
