export default 'Working';
