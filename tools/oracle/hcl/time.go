package main

import (
	"bufio"
	"encoding/json"
	"log"
	"os"
	"runtime"
	"strconv"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// timeParsing parses the files named on standard input, all of them several times in a row, and prints the
// seconds of each round with the bytes read: what `npm run bench -- parse` compares our parser with.
func timeParsing(arguments []string) {
	rounds, err := strconv.Atoi(arguments[0])
	if err != nil {
		log.Fatal(err)
	}
	var sources [][]byte
	size := 0
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		source, err := os.ReadFile(in.Text())
		if err != nil {
			log.Fatal(err)
		}
		sources = append(sources, source)
		size += len(source)
	}
	// One thread for the program and its garbage collector: the others have no more.
	runtime.GOMAXPROCS(1)
	seconds := []float64{}
	for range rounds {
		start := time.Now()
		for _, source := range sources {
			hclsyntax.ParseConfig(source, "main.tf", hcl.InitialPos)
		}
		seconds = append(seconds, time.Since(start).Seconds())
	}
	if err := json.NewEncoder(os.Stdout).Encode(node{"bytes": size, "seconds": seconds}); err != nil {
		log.Fatal(err)
	}
}
