package main

import (
	"bufio"
	"encoding/json"
	"log"
	"os"
	"runtime"
	"strconv"
	"syscall"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

var started = time.Now()

// timeParsing parses the files named on standard input: once with reading them, then several times from memory. It
// prints the seconds of each, and the peak memory in MB: what `npm run bench -- parse` compares our parser with.
func timeParsing(arguments []string) {
	rounds, err := strconv.Atoi(arguments[0])
	if err != nil {
		log.Fatal(err)
	}
	// Our parser has one thread; its garbage collector has more, but hardly uses them.
	runtime.GOMAXPROCS(1)
	var sources [][]byte
	size := 0
	reading := 0.0
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		start := time.Now()
		source, err := os.ReadFile(in.Text())
		if err != nil {
			log.Fatal(err)
		}
		reading += time.Since(start).Seconds()
		sources = append(sources, source)
		size += len(source)
		hclsyntax.ParseConfig(source, "main.tf", hcl.InitialPos)
	}
	cold := time.Since(started).Seconds()
	warm := []float64{}
	for range rounds {
		start := time.Now()
		for _, source := range sources {
			hclsyntax.ParseConfig(source, "main.tf", hcl.InitialPos)
		}
		warm = append(warm, time.Since(start).Seconds())
	}
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		log.Fatal(err)
	}
	result := node{"bytes": size, "cold": cold, "reading": reading, "warm": warm, "memory": float64(usage.Maxrss) / 1024}
	if err := json.NewEncoder(os.Stdout).Encode(result); err != nil {
		log.Fatal(err)
	}
}
