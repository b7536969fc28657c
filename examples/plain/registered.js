const id = new URLSearchParams(location.search).get('id');
document.getElementById('answer').textContent = `Registered: ${id}`;
