import pickle,re,sys
docs=pickle.load(open('/tmp/helpers/clauses/docs.pkl','rb'))
pat=re.compile(sys.argv[1])
for i,(part,story,args,ss,sx,out) in docs.items():
    if 'open' not in part: continue
    t=args[0].text
    for s in ss:
        g=' | '.join(t[a:b] for a,b in s)
        ctx=t[max(0,s[0][0]-40):s[0][0]]
        if pat.search(g) : print(part[:4],'CTX',ctx.replace('\n',' '),'>>',g.replace('\n',' '))
